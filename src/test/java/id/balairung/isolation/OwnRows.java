package id.balairung.isolation;

import static id.balairung.isolation.Outcome.DENIED;
import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.RULE;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.State.ANY;

import id.balairung.security.OneTimeSecret;
import id.balairung.security.OwnProof;
import id.balairung.security.Reauthentication;
import id.balairung.security.SecretBox;
import id.balairung.security.SignInAccounts;
import id.balairung.security.SignInThrottle;
import id.balairung.security.StaffSessions;
import id.balairung.staff.OwnAccount;
import id.balairung.staff.StaffAccounts;
import id.balairung.testing.Hall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of what people do to their own account, and of what signing in is made of. */
final class OwnRows {

    private static final String TEXT = "uji";
    private static final byte[] BYTES = {1, 2, 3};

    private OwnRows() {}

    static Stream<Row> rows() {
        return Stream.of(account(), proof(), sessions(), signIn()).flatMap(rows -> rows);
    }

    private static Stream<Row> account() {
        return Stream.of(
                own(
                        "OwnAccount.safety()",
                        DONE,
                        cell -> cell.the(OwnAccount.class).safety()),
                own(
                        "OwnAccount.asksForCode()",
                        EMPTY,
                        cell -> cell.the(OwnAccount.class).asksForCode()),
                own("OwnAccount.confirm(String, String)", DONE, cell -> {
                    cell.the(OwnAccount.class).confirm(Hall.PASSWORD, "");
                    return null;
                }),
                own("OwnAccount.changePassword(String, String, String)", RULE, cell -> {
                            cell.the(OwnAccount.class).changePassword(Hall.PASSWORD, Hall.PASSWORD, Hall.PASSWORD);
                            return null;
                        })
                        .because("of oneself; the present one is none to change to"),
                own("OwnAccount.addSecondFactor(String, String, OneTimeSecret, String)", DONE, cell -> {
                    OneTimeSecret secret = OneTimeSecret.random();
                    OwnAccount account = cell.the(OwnAccount.class);
                    List<String> codes = account.addSecondFactor(Hall.PASSWORD, "", secret, cell.codeOf(secret));
                    account.removeSecondFactor(Hall.PASSWORD, codes.getFirst());
                    return null;
                }),
                own("OwnAccount.removeSecondFactor(String, String)", DONE, cell -> {
                    cell.the(OwnAccount.class).removeSecondFactor(Hall.PASSWORD, "");
                    return null;
                }),
                own(
                                "OwnAccount.newRecoveryCodes(String, String)",
                                RULE,
                                cell -> cell.the(OwnAccount.class).newRecoveryCodes(Hall.PASSWORD, ""))
                        .because("of oneself; there is no second factor here"));
    }

    private static Stream<Row> proof() {
        return Stream.of(
                own(
                        "OwnProof.asksForCode()",
                        EMPTY,
                        cell -> cell.the(OwnProof.class).asksForCode()),
                own("OwnProof.confirm(String, String)", DONE, cell -> {
                    cell.the(OwnProof.class).confirm(Hall.PASSWORD, "");
                    return null;
                }),
                own(
                        "Reauthentication.asksForCode()",
                        EMPTY,
                        cell -> cell.the(Reauthentication.class).asksForCode()),
                own("Reauthentication.confirm(String, String)", DONE, cell -> {
                    cell.the(Reauthentication.class).confirm(Hall.PASSWORD, "");
                    return null;
                }),
                own(
                        "Reauthentication.fresh()",
                        DONE,
                        cell -> cell.the(Reauthentication.class).fresh()),
                own("Reauthentication.requireFresh()", DONE, cell -> {
                    cell.the(Reauthentication.class).requireFresh();
                    return null;
                }));
    }

    private static Stream<Row> sessions() {
        return Stream.of(
                own(
                        "StaffSessions.own()",
                        EMPTY,
                        cell -> cell.the(StaffSessions.class).own()),
                own(
                        "StaffSessions.endOthers()",
                        DONE,
                        cell -> cell.the(StaffSessions.class).endOthers()),
                service(
                                "StaffSessions.end(UUID)",
                                State.SIGNED_IN,
                                cell -> cell.the(StaffSessions.class).end(cell.sessionOfLeaver()))
                        .everybody(EMPTY)
                        .nobody(DENIED)
                        .because("somebody else's session isn't there"));
    }

    private static Row own(String method, Outcome outcome, Row.Call call) {
        return service(method, ANY, call)
                .everybody(outcome)
                .officer(outcome)
                .agencyAdmin(outcome)
                .nobody(DENIED)
                .because("of oneself");
    }

    private static Stream<Row> signIn() {
        return Stream.of(
                atSignIn(
                        "SignInAccounts.find(StaffId)",
                        DONE,
                        cell -> cell.the(SignInAccounts.class)
                                .find(cell.officer().id())),
                atSignIn(
                        "SignInAccounts.takeCode(StaffId, String)",
                        EMPTY,
                        cell -> cell.the(SignInAccounts.class)
                                .takeCode(cell.officer().id(), "000000")),
                atSignIn(
                        "SignInAccounts.takeRecoveryCode(StaffId, String, String)",
                        EMPTY,
                        cell -> cell.the(SignInAccounts.class)
                                .takeRecoveryCode(cell.officer().id(), TEXT, "127.0.0.1")),
                atSignIn("SignInAccounts.replaceDuePassword(StaffPrincipal, String, String, String)", RULE, cell -> {
                    cell.the(SignInAccounts.class)
                            .replaceDuePassword(
                                    cell.officer(), "kata-sandi-lain-sekali", "kata-sandi-lain-sekali", "127.0.0.1");
                    return null;
                }),
                atSignIn(
                        "SignInAccounts.addSecondFactor(StaffId, OneTimeSecret, String, String)",
                        EMPTY,
                        cell -> cell.the(SignInAccounts.class)
                                .addSecondFactor(cell.officer().id(), OneTimeSecret.random(), "keliru", "127.0.0.1")),
                atSignIn("SignInThrottle.begin(StaffId)", DONE, cell -> {
                    cell.the(SignInThrottle.class).begin(cell.officer().id()).wasRight();
                    return null;
                }),
                atSignIn(
                        "StaffAccounts.updatePassword(UserDetails, String)",
                        DONE,
                        cell -> cell.the(StaffAccounts.class).updatePassword(cell.officer(), null)),
                sealing(
                        "SecretBox.seal(byte[], String)",
                        cell -> cell.the(SecretBox.class).seal(BYTES, TEXT)),
                sealing(
                        "SecretBox.open(byte[], String)",
                        cell -> cell.the(SecretBox.class)
                                .open(cell.the(SecretBox.class).seal(BYTES, TEXT), TEXT)),
                sealing(
                        "SecretBox.mark(String, String)",
                        cell -> cell.the(SecretBox.class).mark(TEXT, TEXT)),
                sealing("SecretBox.prepare(Optional, String)", cell -> {
                    cell.the(SecretBox.class).prepare(Optional.empty(), TEXT);
                    return null;
                }));
    }

    private static Row atSignIn(String method, Outcome outcome, Row.Call call) {
        return service(method, ANY, call)
                .everybody(outcome)
                .background("a part of signing in, before anybody is signed in");
    }

    private static Row sealing(String method, Row.Call call) {
        return service(method, ANY, call).everybody(DONE).background("seals what the accounts keep of second factors");
    }
}
