package counterexample;

import com.vaadin.flow.router.Route;

@Route("counterexample")
class UnguardedView {}
