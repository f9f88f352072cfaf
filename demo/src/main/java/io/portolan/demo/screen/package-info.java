/** What people see of a demo: the orders as a table that is drawn again and again, and how they ended. */
@NullMarked
package io.portolan.demo.screen;

import org.jspecify.annotations.NullMarked;
