pub struct Playlist {
    tracks: Vec<String>,
}

impl Playlist {
    pub fn new(tracks: Vec<String>) -> Self {
        Playlist { tracks }
    }

    pub fn tracks(&self) -> &[String] {
        &self.tracks
    }
}
