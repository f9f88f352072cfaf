/** The repositories that keep everything in MySQL. */
@NullMarked
package io.portolan.db;

import org.jspecify.annotations.NullMarked;
