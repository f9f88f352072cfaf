package io.portolan.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Portolan. */
@SpringBootApplication
public class Portolan {
    /** Runs until stopped. */
    public static void main(String[] args) {
        SpringApplication.run(Portolan.class, args);
    }
}
