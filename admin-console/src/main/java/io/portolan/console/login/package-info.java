/** Login: form, password check, throttle and security headers. */
@NullMarked
package io.portolan.console.login;

import org.jspecify.annotations.NullMarked;
