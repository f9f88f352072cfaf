/** Commands for whoever runs Portolan: API keys and console log-ins. */
@NullMarked
package io.portolan.app.commands;

import org.jspecify.annotations.NullMarked;
