/** What workflows ask for, done through the ports of the domain. */
@NullMarked
package io.portolan.activities;

import org.jspecify.annotations.NullMarked;
