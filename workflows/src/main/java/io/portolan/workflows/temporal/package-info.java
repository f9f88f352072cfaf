/** The way to Temporal: its worker, its client behind our port, and what payloads look like there. */
@NullMarked
package io.portolan.workflows.temporal;

import org.jspecify.annotations.NullMarked;
