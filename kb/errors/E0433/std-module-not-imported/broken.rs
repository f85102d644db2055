use std::path::Path;

pub fn save_state(dir: &Path, state: &str) -> std::io::Result<()> {
    let target = dir.join("state.txt");
    let temporary = dir.join("state.tmp");
    fs::write(&temporary, state)?;
    std::fs::rename(temporary, target)
}
