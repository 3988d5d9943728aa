/** Code that breaks each rule of the house once, so that a rule which no longer sees anything is noticed. */
package counterexample;
