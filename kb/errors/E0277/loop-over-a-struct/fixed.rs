pub struct Playlist {
    pub title: String,
    pub seconds: Vec<u32>,
}

pub fn duration(playlist: &Playlist) -> u32 {
    playlist.seconds.iter().sum()
}
