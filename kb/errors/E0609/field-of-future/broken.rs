pub struct Settings {
    pub timeout: u32,
    pub retries: u32,
}

async fn load(profile: &str) -> Settings {
    let retries = if profile == "batch" { 10 } else { 3 };
    Settings {
        timeout: 30,
        retries,
    }
}

pub async fn worst_case(profile: &str) -> u32 {
    let settings = load(profile);
    settings.timeout * (settings.retries + 1)
}
