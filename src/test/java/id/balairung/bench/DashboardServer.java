package id.balairung.bench;

import id.balairung.testing.Hall;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application over years of days, which it makes up and builds where they aren't there yet. */
class DashboardServer {

    private DashboardServer() {}

    /**
     * Starts the application and serves until its input ends.
     *
     * @param args the name of its files under target/, and how many tickets there are to be
     */
    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext context =
                WholeApplication.startAgain(args[0], HistoryServer.OPTIONS, Hall.class)) {
            PastMall mall = new PastMall(context);
            String loaded = mall.load(Long.parseLong(args[1]), false);
            Child.serve(loaded, question -> "none");
        }
    }
}
