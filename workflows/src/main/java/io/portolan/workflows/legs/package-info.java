/** What a workflow may ask for on a leg: to carry it out, to undo it, and to wait for a late answer. */
@NullMarked
package io.portolan.workflows.legs;

import org.jspecify.annotations.NullMarked;
