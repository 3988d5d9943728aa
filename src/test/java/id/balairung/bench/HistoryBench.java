package id.balairung.bench;

import java.util.List;

/** Finding, paging and exporting over ten years of history. */
class HistoryBench {

    private static final long TICKETS = 10_000_000;
    private static final long FEW = 200_000;

    private final boolean quick;

    HistoryBench(boolean quick) {
        this.quick = quick;
    }

    void run() {
        try (Child server = new Child(HistoryServer.class, List.of("-Xmx2g"), String.valueOf(quick ? FEW : TICKETS))) {
            System.out.println("Loaded: " + server.greeting());
        }
    }
}
