/** The processes that a demo runs: started, awaited, restarted when they die, and ended without leaving anything behind. */
@NullMarked
package io.portolan.demo.processes;

import org.jspecify.annotations.NullMarked;
