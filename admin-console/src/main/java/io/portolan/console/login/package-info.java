/** Who may come in: the form, the passwords, the throttle and the security headers. */
@NullMarked
package io.portolan.console.login;

import org.jspecify.annotations.NullMarked;
