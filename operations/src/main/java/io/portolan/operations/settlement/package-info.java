/** What banks have booked is followed until the money has moved. */
@NullMarked
package io.portolan.operations.settlement;

import org.jspecify.annotations.NullMarked;
