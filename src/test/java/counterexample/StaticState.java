package counterexample;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

class StaticState {

    static String notFinal = "";
    static final Map<String, String> map = new HashMap<>();
    static final int[] array = {1};
    static final AtomicLong counter = new AtomicLong();
    static final Set<String> keys = ConcurrentHashMap.newKeySet();
}
