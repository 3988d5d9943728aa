package id.balairung.dashboard.ui;

/** What share of turns the mall means to keep within their target: a line to be measured against, not a rule. */
final class Goal {

    static final int PERCENT = 90;

    private Goal() {}
}
