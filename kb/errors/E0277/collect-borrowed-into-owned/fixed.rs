pub struct Tags {
    pub names: Vec<String>,
}

impl Tags {
    pub fn parse(line: &str) -> Tags {
        let names: Vec<String> = line
            .split(',')
            .map(|name| name.trim())
            .filter(|name| !name.is_empty())
            .map(String::from)
            .collect();
        Tags { names }
    }
}
