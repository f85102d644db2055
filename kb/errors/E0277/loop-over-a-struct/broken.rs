pub struct Playlist {
    pub title: String,
    pub seconds: Vec<u32>,
}

pub fn duration(playlist: &Playlist) -> u32 {
    let mut total = 0;
    for seconds in playlist {
        total += seconds;
    }
    total
}
