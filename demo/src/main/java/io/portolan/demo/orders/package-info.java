/** Orders as a CSV file: read whole, checked whole, and only then anything is sent. */
@NullMarked
package io.portolan.demo.orders;

import org.jspecify.annotations.NullMarked;
