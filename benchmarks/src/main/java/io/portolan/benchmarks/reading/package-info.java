/** How fast a book is read at an instant and verified, by its size. */
@NullMarked
package io.portolan.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
