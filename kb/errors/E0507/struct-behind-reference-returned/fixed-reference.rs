#[derive(Clone)]
pub struct Runner {
    pub name: String,
    pub seconds: u32,
}

pub fn fastest(runners: &[Runner]) -> Option<&Runner> {
    runners.iter().min_by_key(|runner| runner.seconds)
}
