/** Orders as a CSV file: read whole, checked whole, and only then anything is sent. */
@NullMarked
package io.portolan.app.demo.orders;

import org.jspecify.annotations.NullMarked;
