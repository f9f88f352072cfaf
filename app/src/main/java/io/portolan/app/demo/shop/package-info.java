/** A shop that sends its orders to the API, watches them, and shows how they end. */
@NullMarked
package io.portolan.app.demo.shop;

import org.jspecify.annotations.NullMarked;
