/** The processes that a demo runs: started, awaited, started again when they die, and ended without a rest. */
@NullMarked
package io.portolan.app.demo.processes;

import org.jspecify.annotations.NullMarked;
