package id.balairung.isolation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Synchronize;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.stereotype.Component;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every way into the running application, found by looking at it and at its bytecode. */
final class EntryPoints {

    private static final String HOUSE = "id.balairung";

    /** Called by the framework, never by another module or a screen. */
    private static final Set<String> FRAMEWORK_CALLS = Set.of(
            ApplicationRunner.class.getName(),
            SmartLifecycle.class.getName(),
            "com.vaadin.flow.server.VaadinServiceInitListener",
            "com.vaadin.flow.component.page.AppShellConfigurator");

    private final ApplicationContext context;
    private final ServletContext servlets;
    private final Set<EntryPoint> found;
    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    EntryPoints(ApplicationContext context, ServletContext servlets) {
        this.context = context;
        this.servlets = servlets;
        this.found = find();
    }

    /** All of them. */
    Set<EntryPoint> all() {
        return Collections.unmodifiableSet(found);
    }

    private Set<EntryPoint> find() {
        return Stream.of(screens(), frames(), services(), topics(), messages(), transfers(), addresses())
                .flatMap(found -> found)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What goes on by itself, with nobody signed in. Not a way in; listed so that it is known. */
    Set<String> jobs() {
        return house.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> type.isAssignableTo(SmartLifecycle.class)
                        || type.getMethods().stream()
                                .anyMatch(method ->
                                        method.isAnnotatedWith("org.springframework.scheduling.annotation.Scheduled")))
                .map(EntryPoints::shortName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The bytecode of everything but tests. */
    JavaClasses house() {
        return house;
    }

    private Stream<EntryPoint> screens() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .flatMap(route -> Stream.concat(
                                Stream.of(route.getTemplate()),
                                route.getRouteAliases().stream().map(alias -> alias.getTemplate()))
                        .map(template -> "/" + template + " " + target(route)))
                .map(name -> new EntryPoint(EntryPoint.Kind.SCREEN, name));
    }

    private static String target(RouteData route) {
        return route.getNavigationTarget().getSimpleName();
    }

    private Stream<EntryPoint> frames() {
        return house.stream()
                .filter(type -> type.isAnnotatedWith(Layout.class)
                        || (type.isAssignableTo(HasErrorParameter.class)
                                && !type.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)))
                .map(type -> new EntryPoint(EntryPoint.Kind.FRAME, shortName(type)));
    }

    /**
     * The public methods of public beans, and of a bean's public interfaces. Whatever is less visible only its own package
     * can call, and every screen is in another one.
     */
    private Stream<EntryPoint> services() {
        return Stream.concat(
                        Arrays.stream(context.getBeanDefinitionNames())
                                .map(context::getBean)
                                .flatMap(bean -> Stream.concat(
                                        Stream.of(AopUtils.getTargetClass(bean)),
                                        Arrays.stream(bean.getClass().getInterfaces()))),
                        // Beans of other profiles.
                        house.stream()
                                .filter(type -> type.isMetaAnnotatedWith(Component.class)
                                        || type.isAnnotatedWith(Component.class))
                                .map(JavaClass::reflect))
                .filter(this::isHouse)
                .filter(type -> !AnnotatedElementUtils.hasAnnotation(type, ConfigurationProperties.class))
                .flatMap(EntryPoints::visible)
                .distinct()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> isHouse(method.getDeclaringClass()))
                .filter(method -> Modifier.isPublic(method.getDeclaringClass().getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !AnnotatedElementUtils.hasAnnotation(method, EventListener.class))
                .filter(method -> !isCalledByFramework(method))
                .map(EntryPoints::signature)
                .map(name -> new EntryPoint(EntryPoint.Kind.SERVICE, name));
    }

    private static Stream<Class<?>> visible(Class<?> type) {
        return Stream.concat(
                        Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass),
                        Arrays.stream(org.springframework.util.ClassUtils.getAllInterfacesForClass(type)))
                .filter(seen -> Modifier.isPublic(seen.getModifiers()));
    }

    private boolean isHouse(Class<?> type) {
        return type.getName().startsWith(HOUSE + ".") && house.contain(type);
    }

    private static boolean isCalledByFramework(Method method) {
        return Arrays.stream(org.springframework.util.ClassUtils.getAllInterfacesForClass(method.getDeclaringClass()))
                .filter(type -> FRAMEWORK_CALLS.contains(type.getName()))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .anyMatch(called -> called.getName().equals(method.getName())
                        && Arrays.equals(called.getParameterTypes(), method.getParameterTypes()));
    }

    static String signature(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private Stream<EntryPoint> topics() {
        return house.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getAllInvolvedRawTypes().stream()
                        .anyMatch(involved -> involved.getSimpleName().equals("FeedTopic")))
                .filter(field -> !outermost(field.getOwner()).equals("FeedTopic"))
                .map(field ->
                        new EntryPoint(EntryPoint.Kind.TOPIC, shortName(field.getOwner()) + "." + field.getName()));
    }

    /** Classes that take something of their own from a page, beyond what Vaadin's components do. */
    private Stream<EntryPoint> messages() {
        Stream<String> declared = house.stream()
                .filter(type -> type.isAnnotatedWith(DomEvent.class))
                .map(type -> shortName(type) + " "
                        + type.getAnnotationOfType(DomEvent.class).value());
        Stream<String> callable = house.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method ->
                        method.isAnnotatedWith(ClientCallable.class) || method.isAnnotatedWith(Synchronize.class))
                .map(method -> shortName(method.getOwner()) + " " + method.getName());
        Stream<String> added = calls("addEventListener", "addDomListener", "addSynchronizedProperty")
                .map(call -> shortName(call.getOriginOwner()) + " " + call.getName());
        Stream<String> answers = house.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getSimpleName().endsWith("PendingJavaScriptResult")
                        && !call.getName().startsWith("cancel"))
                .map(call -> shortName(call.getOriginOwner()) + " answer to executeJs");
        return Stream.of(declared, callable, added, answers)
                .flatMap(found -> found)
                .distinct()
                .map(name -> new EntryPoint(EntryPoint.Kind.MESSAGE, name));
    }

    private Stream<JavaMethodCall> calls(String... names) {
        return house.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> Arrays.asList(names).contains(call.getName())
                        && call.getTargetOwner().getPackageName().startsWith("com.vaadin"));
    }

    /** Classes that make, or are, something that sends or takes a file. */
    private Stream<EntryPoint> transfers() {
        return house.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .anyMatch(used -> used.isAssignableTo(DownloadHandler.class)
                                || used.isAssignableTo(UploadHandler.class)
                                || used.isAssignableTo(RequestHandler.class)
                                || Stream.of("StreamResource", "StreamReceiver", "StreamVariable", "Receiver", "Upload")
                                        .anyMatch(name -> used.getSimpleName().equals(name)
                                                && used.getPackageName().startsWith("com.vaadin"))))
                .map(EntryPoints::outermost)
                .distinct()
                .map(name -> new EntryPoint(EntryPoint.Kind.TRANSFER, name));
    }

    /** Servlets, filters, handlers, sockets, and the kinds of files that are there for anybody. */
    private Stream<EntryPoint> addresses() {
        Stream<String> ofServlets = servlets.getServletRegistrations().values().stream()
                .flatMap(servlet ->
                        servlet.getMappings().stream().map(path -> "servlet " + servlet.getName() + " " + path));
        Stream<String> ofFilters =
                servlets.getFilterRegistrations().keySet().stream().map(name -> "filter " + name);
        Stream<String> ofChains = context.getBeansOfType(FilterChainProxy.class).values().stream()
                .flatMap(proxy -> proxy.getFilterChains().stream())
                .flatMap(chain -> chain.getFilters().stream())
                .map(filter -> "chain " + AopUtils.getTargetClass(filter).getSimpleName());
        Stream<String> ofMethods = context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .map(handler -> "handler " + signature(handler.getMethod()));
        Stream<String> ofUrls = context.getBeansOfType(AbstractUrlHandlerMapping.class).entrySet().stream()
                .flatMap(mapping -> mapping.getValue().getHandlerMap().keySet().stream()
                        .map(path -> "handler " + mapping.getKey() + " " + path));
        Stream<String> ofEndpoints = Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null && isActuator(type))
                .map(type -> "actuator " + type.getSimpleName());
        return Stream.of(ofServlets, ofFilters, ofChains, ofMethods, ofUrls, ofEndpoints, sockets(), files())
                .flatMap(found -> found)
                .distinct()
                .map(name -> new EntryPoint(EntryPoint.Kind.ADDRESS, name));
    }

    private static boolean isActuator(Class<?> type) {
        return type.getName().startsWith("org.springframework.boot.actuate")
                || Arrays.stream(type.getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getName().contains(".actuate."));
    }

    /** Tomcat tells nobody which sockets it serves. */
    private Stream<String> sockets() {
        Object container = servlets.getAttribute("jakarta.websocket.server.ServerContainer");
        if (container == null) {
            return Stream.empty();
        }
        return Stream.concat(
                        ((Map<?, ?>) field(container, "configExactMatchMap")).keySet().stream(),
                        ((Map<?, ?>) field(container, "configTemplateMatchMap")).values().stream())
                .map(path -> "socket " + path);
    }

    private static Object field(Object of, String name) {
        return Objects.requireNonNull(ReflectionTestUtils.getField(of, name));
    }

    private static Stream<String> files() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        return Stream.of("META-INF/resources/", "static/", "public/", "resources/")
                .flatMap(folder -> {
                    try {
                        return Arrays.stream(resolver.getResources("file:target/classes/" + folder + "**/*.*"))
                                .map(String::valueOf)
                                .map(path -> path.substring(path.indexOf("target/classes/" + folder)
                                        + ("target/classes/" + folder).length()))
                                .map(path -> path.replaceAll("]$", ""))
                                .map(path -> "file /" + path.replaceAll("[^/]*(\\.[^./]+)$", "*$1"));
                    } catch (java.io.IOException none) {
                        return Stream.empty();
                    }
                })
                .distinct();
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(EntryPoints::outermost).orElseGet(() -> shortName(type));
    }

    private static String shortName(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
