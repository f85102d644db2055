pub fn greeting(name: &str) -> String {
    f"Hello, {name}!"
}
