package id.balairung.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.balairung.common.ui.Menu;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AgencyOwned;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/**
 * The house style as far as a machine can see it. Each rule is proved to bite by the breaches in package
 * {@code counterexample}.
 */
final class HouseRules {

    /** Vaadin where there is no screen. */
    static final Exceptions VAADIN_OUTSIDE_UI =
            new Exceptions(Map.of("id.balairung.BalairungApplication", "configures the page that hosts every view"));

    /** Entities that belong to no single agency. */
    static final Exceptions ENTITIES_OF_NO_AGENCY = new Exceptions(Map.of(
            "id.balairung.agency.Agency", "is the tenant itself",
            "id.balairung.agency.CalendarDay", "is a day of the mall, whose calendar all agencies share",
            "id.balairung.agency.Mall", "is the building in which all agencies stand",
            "id.balairung.history.KeptColumns", "are a person's own, and the mall's head has no agency",
            "id.balairung.history.KeptView", "is a person's own, and the mall's head has no agency",
            "id.balairung.queue.Visit", "ties one person's tickets of several agencies together and holds nothing else",
            "id.balairung.staff.RecoveryCode", "is part of an account and taken before any agency is known",
            "id.balairung.staff.StaffAccount",
                    "the mall's own staff have no agency, and signing in happens before any agency is known"));

    /** Who may ask the machine for the time. */
    static final Exceptions CLOCK_MAKERS = new Exceptions(
            Map.of("id.balairung.common.ClockConfiguration", "makes the one clock that all others are given"));

    /** Statics that hold something changeable. */
    static final Exceptions STATICS = Exceptions.none();

    /** SQL past Hibernate's tenant filter, outside the readers. */
    static final Exceptions NATIVE_SQL = Exceptions.none();

    private static final Set<String> SQL_TYPES = Set.of(
            "org.springframework.jdbc.core.simple.JdbcClient",
            "org.springframework.jdbc.core.JdbcOperations",
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations",
            "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate",
            "org.springframework.jdbc.core.simple.SimpleJdbcInsert",
            "java.sql.Connection",
            "java.sql.Statement",
            "java.sql.PreparedStatement",
            "javax.sql.DataSource");

    private static final Set<String> CHANGEABLE = Set.of(
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.lang.ThreadLocal",
            "java.lang.InheritableThreadLocal",
            "java.util.Date",
            "java.util.Calendar");

    private HouseRules() {}

    static ArchRule everyViewSaysWhoMayOpenIt() {
        return classes()
                .that(annotatedWith(Route.class).or(annotatedWith(Layout.class)))
                .should(beAnnotatedWith(PermitAll.class)
                        .or(beAnnotatedWith(RolesAllowed.class))
                        .or(beAnnotatedWith(AnonymousAllowed.class))
                        .or(beAnnotatedWith(DenyAll.class)))
                .because("a view without an access annotation is closed to all, which is seldom what was meant")
                .allowEmptyShould(true);
    }

    static ArchRule vaadinStaysOnTheScreens() {
        return noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage("..ui..", "id.balairung.shell.."))
                        .and(DescribedPredicate.not(resideInAPackage("..security")))
                        .and(DescribedPredicate.not(VAADIN_OUTSIDE_UI.spared())))
                .should()
                .dependOnClassesThat(resideInAPackage("com.vaadin.."))
                .because("rules and queries must not know which screen shows them" + VAADIN_OUTSIDE_UI.asText())
                .allowEmptyShould(true);
    }

    /** The security configuration wires Vaadin's own filter chain and ends its sessions; it shows nothing. */
    static ArchRule securityUsesOnlyVaadinsSecurityAndSessions() {
        return noClasses()
                .that(resideInAPackage("..security"))
                .should()
                .dependOnClassesThat(resideInAPackage("com.vaadin..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage("com.vaadin.flow.spring.security..", "com.vaadin.flow.server.."))))
                .because("it wires Vaadin's filter chain and ends its sessions, and shows nothing")
                .allowEmptyShould(true);
    }

    static ArchRule menusSpeakThePersonsLanguage() {
        return noClasses()
                .that(DescribedPredicate.not(
                        DescribedPredicate.describe("are " + Menu.class, Menu.class.getName()::equals)
                                .onResultOf(JavaClass::getName)))
                .should()
                .callConstructor(MenuBar.class)
                .because("Menu alone has the words that Vaadin says in English where a menu doesn't fit");
    }

    static ArchRule everyEntityBelongsToAnAgency() {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and(DescribedPredicate.not(ENTITIES_OF_NO_AGENCY.spared()))
                .should()
                .beAssignableTo(AgencyOwned.class)
                .because("Hibernate filters and stamps only what extends AgencyOwned" + ENTITIES_OF_NO_AGENCY.asText())
                .allowEmptyShould(true);
    }

    static ArchRule timeComesFromTheClock() {
        return noClasses()
                .that(DescribedPredicate.not(CLOCK_MAKERS.spared()))
                .should()
                .callCodeUnitWhere(DescribedPredicate.<JavaCall<?>>describe(
                        "asks the machine for the time", HouseRules::asksTheMachine))
                .because("a test must be able to say what time it is" + CLOCK_MAKERS.asText())
                .allowEmptyShould(true);
    }

    private static boolean asksTheMachine(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        boolean clocklessNow = owner.startsWith("java.time.")
                && target.getName().equals("now")
                && !parameters.equals(List.of(Clock.class.getName()));
        boolean ownClock = owner.equals(Clock.class.getName())
                && (target.getName().startsWith("system") || target.getName().startsWith("tick"));
        boolean millis = owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
        boolean newDate = owner.equals("java.util.Date") && target.getName().equals("<init>") && parameters.isEmpty();
        boolean calendar =
                owner.equals("java.util.Calendar") && target.getName().equals("getInstance");
        return clocklessNow || ownClock || millis || newDate || calendar;
    }

    static ArchRule stateIsNotStatic() {
        return classes()
                .that(DescribedPredicate.not(STATICS.spared()))
                .should(holdNothingChangeableInAStatic())
                .because("two users, two tests or two agencies would share it" + STATICS.asText())
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> holdNothingChangeableInAStatic() {
        return new ArchCondition<>("hold nothing changeable in a static field") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field -> isChangeable(field, type))
                        .forEach(field -> events.add(SimpleConditionEvent.violated(
                                field,
                                field.getFullName() + " is static and can change (" + type.getSourceCodeLocation()
                                        + ")")));
            }
        };
    }

    /**
     * What bytecode shows: a field that is not final, an array, a type made to change, or a collection when the class's
     * initialiser makes a changeable one. List.of and its like pass.
     */
    private static boolean isChangeable(JavaField field, JavaClass owner) {
        JavaClass type = field.getRawType();
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || type.isArray()
                || CHANGEABLE.contains(type.getName())
                || type.getPackageName().startsWith("java.util.concurrent")
                || (collection && (!type.isInterface() || makesChangeableCollection(owner)));
    }

    private static boolean makesChangeableCollection(JavaClass owner) {
        return owner.getStaticInitializer().stream()
                .flatMap(initializer -> Stream.concat(
                        initializer.getConstructorCallsFromSelf().stream(),
                        initializer.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTarget().getName().equals("newKeySet"))))
                .map(call -> call.getTarget().getOwner())
                .anyMatch(made -> made.getPackageName().startsWith("java.util")
                        && (made.isAssignableTo(Collection.class) || made.isAssignableTo(Map.class)));
    }

    static ArchRule nativeSqlNamesItsAgencies() {
        return classes()
                .that(DescribedPredicate.not(resideInAPackage("id.balairung.database"))
                        .and(DescribedPredicate.not(NATIVE_SQL.spared()))
                        .and(DescribedPredicate.describe("speak SQL past Hibernate", HouseRules::speaksSql)))
                .should(beHidden())
                .andShould(takeAnAgencyInEveryMethod())
                .because("Hibernate's tenant filter does not reach native SQL, so a reader says whose rows it wants"
                        + NATIVE_SQL.asText())
                .allowEmptyShould(true);
    }

    private static boolean speaksSql(JavaClass type) {
        boolean callsJdbc = type.getCodeUnitCallsFromSelf().stream()
                .anyMatch(call -> SQL_TYPES.contains(call.getTargetOwner().getName()));
        boolean nativeCall = type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTarget().getName().startsWith("createNative"));
        return callsJdbc || nativeCall || type.getMethods().stream().anyMatch(HouseRules::isNativeQuery);
    }

    private static boolean isNativeQuery(JavaMethod method) {
        return method.isAnnotatedWith(NativeQuery.class)
                || method.tryGetAnnotationOfType(Query.class.getName())
                        .flatMap(query -> query.tryGetExplicitlyDeclaredProperty("nativeQuery"))
                        .filter(Boolean.TRUE::equals)
                        .isPresent();
    }

    private static ArchCondition<JavaClass> beHidden() {
        return new ArchCondition<>("be package-private") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " speaks SQL and is public (" + type.getSourceCodeLocation() + ")"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> takeAnAgencyInEveryMethod() {
        return new ArchCondition<>("take an AgencyId or AllAgencies in every method that is not private") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean repository = type.isInterface();
                type.getMethods().stream()
                        .filter(method -> !repository || isNativeQuery(method))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> method.getRawParameterTypes().stream().noneMatch(HouseRules::namesAgencies))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(
                                method,
                                method.getFullName() + " does not say for which agency ("
                                        + method.getSourceCodeLocation() + ")")));
            }
        };
    }

    private static boolean namesAgencies(JavaClass parameter) {
        return parameter.isEquivalentTo(AgencyId.class) || parameter.isEquivalentTo(AllAgencies.class);
    }

    static ArchRule entitiesHaveNoSetters() {
        return classes()
                .that(annotatedWith(Entity.class))
                .should(new ArchCondition<>("change by named transitions, not by setters") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethods().stream()
                                .filter(method -> method.getName().matches("set[A-Z].*"))
                                .forEach(method -> events.add(SimpleConditionEvent.violated(
                                        method,
                                        method.getFullName() + " is a setter (" + method.getSourceCodeLocation()
                                                + ")")));
                    }
                })
                .because("an aggregate protects itself")
                .allowEmptyShould(true);
    }

    static ArchRule uiIsTheOnlySubpackage() {
        Predicate<String> flat = name -> name.matches("(id\\.balairung|counterexample)(\\.[a-z]+(\\.ui)?)?");
        return classes()
                .should(new ArchCondition<>("live in a module's root package or its ui") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!flat.test(type.getPackageName())) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " lives too deep"));
                        }
                    }
                })
                .because("a module's root package is its face, and package-private hides the rest")
                .allowEmptyShould(true);
    }
}
