/** The database servers that are measured, what they keep to, and the CPU that they use. */
@NullMarked
package io.portolan.benchmarks.server;

import org.jspecify.annotations.NullMarked;
