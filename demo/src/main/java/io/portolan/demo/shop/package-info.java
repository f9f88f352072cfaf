/** A shop that sends its orders to the API and keeps track of them. */
@NullMarked
package io.portolan.demo.shop;

import org.jspecify.annotations.NullMarked;
