pub fn checks() -> Vec<&'static str> {
    let mut names = Vec::new();
    names.push("disk");
    names.push("memory");
    names.push("network");
    names.push("clock");
    names.push("database");
    names
}
