/** How responses look on the wire: JSON with exact money and times in milliseconds. */
@NullMarked
package io.portolan.checkout.json;

import org.jspecify.annotations.NullMarked;
