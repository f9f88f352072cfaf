/** The landing page: what needs a person, then all payments with filters in the address. */
@NullMarked
package io.portolan.console.home;

import org.jspecify.annotations.NullMarked;
