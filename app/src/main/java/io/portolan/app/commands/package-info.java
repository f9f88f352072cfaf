/** What is run beside the server: log-ins, API keys, and what operators order about the book. */
@NullMarked
package io.portolan.app.commands;

import org.jspecify.annotations.NullMarked;
