// A style sheet imported for its effect alone has nothing to type.
declare module '*.css';
