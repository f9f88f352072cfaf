package io.portolan.benchmarks.server;

import java.time.Duration;
import java.util.Optional;

/** What a piece of work cost: time, this process's CPU, and the server's, unless its process cannot be seen. */
public record ResourceUsage(Duration time, Duration client, Optional<Duration> server) {}
