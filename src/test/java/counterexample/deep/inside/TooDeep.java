package counterexample.deep.inside;

class TooDeep {}
