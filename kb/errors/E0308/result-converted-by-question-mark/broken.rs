use std::error::Error;
use std::fs;
use std::path::Path;

pub fn license(dir: &Path) -> Result<String, Box<dyn Error>> {
    let path = dir.join("LICENSE");
    if !path.exists() {
        return Ok("none".to_string());
    }
    fs::read_to_string(path)
}
