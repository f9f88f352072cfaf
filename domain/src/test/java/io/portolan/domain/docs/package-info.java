/** Parts of the documentation that are made from the code. */
@NullMarked
package io.portolan.domain.docs;

import org.jspecify.annotations.NullMarked;
