/** Whether the books balance: within themselves, and against what the banks say. */
@NullMarked
package io.portolan.app.books;

import org.jspecify.annotations.NullMarked;
