/** Everything that a demo runs on: its folder, ports, settings and log-ins, and the processes in the order in which they need each other. */
@NullMarked
package io.portolan.demo.environment;

import org.jspecify.annotations.NullMarked;
