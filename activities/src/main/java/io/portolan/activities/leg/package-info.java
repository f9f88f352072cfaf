/** How a leg talks to the other side: one instruction under one key, asked after until it is decided, and recorded once. */
@NullMarked
package io.portolan.activities.leg;

import org.jspecify.annotations.NullMarked;
