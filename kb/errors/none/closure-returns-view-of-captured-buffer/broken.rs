pub fn paths(names: &[&str]) -> usize {
    let mut buffer = String::from("/data");
    let all: Vec<&str> = names
        .iter()
        .map(|name| {
            buffer.push('/');
            buffer.push_str(name);
            buffer.as_str()
        })
        .collect();
    all.iter().map(|path| path.len()).sum()
}
