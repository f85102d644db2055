pub struct Command {
    pub name: String,
    pub arguments: Vec<String>,
}

pub fn parse(line: &str) -> Option<Command> {
    let mut words = line.split_whitespace();
    let name = words.next()?.to_lowercase().unwrap();
    let arguments = words.map(String::from).collect();
    Some(Command { name, arguments })
}
